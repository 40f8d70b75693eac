"""Add, remove or try an exercise: `python -m helpers.exercises --help`."""
import argparse

from helpers import exercises, lexicon
from helpers.exercises import answers


def main(arguments=None) -> None:
    """Run one command line."""
    options = _parser().parse_args(arguments)
    if options.command == "list":
        for row in lexicon.read("exercises"):
            print(f"{row['exercise']:8}{row['kind']:9}{row['hint']}")
    elif options.command == "remove":
        exercises.remove(options.exercise)
    elif options.command == "check":
        print(exercises.check(options.exercise, options.answer))
    else:
        mistakes = [mistake.split("=", 1) for mistake in options.mistake]
        kind = options.kind or _guess(options.answer)
        exercises.add(options.exercise, options.answer, kind=kind, hint=options.hint, tolerance=options.tolerance, mistakes=mistakes)


def _guess(answer: str) -> str:
    try:
        answers.number(answer)
        return "number"
    except answers.AnswerError:
        return "words" if "," in answer or "،" in answer else "text"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m helpers.exercises", description="Exercises that check themselves (data/exercises.csv).")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("list", help="all exercises")
    for name, what in (("add", "write an exercise, in place of an older one"), ("remove", "take one out"), ("check", "try an answer")):
        command = commands.add_parser(name, help=what)
        command.add_argument("exercise", help="lesson and number: 03-2")
        if name != "remove":
            command.add_argument("answer", help="a number, a text, yes/no, or words parted by commas")
        if name == "add":
            command.add_argument("--hint", required=True, help="what to look at again")
            command.add_argument("--kind", choices=[kind for kind in answers.KINDS if kind != "table"])
            command.add_argument("--tolerance", default="", help="how far off a number may be")
            command.add_argument("--mistake", action="append", default=[], metavar="ANSWER=FEEDBACK", help="a wrong answer and what to tell")
    return parser


if __name__ == "__main__":
    main()
