"""JupyterLab and a headless Chromium for tests: start both, open a notebook, run it. Nothing leaves this machine."""
import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

CHROMIUM = next((found for found in map(shutil.which, ("chromium", "chromium-browser", "google-chrome")) if found), None)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
         "--disable-dev-shm-usage", "--force-color-profile=srgb"]
_SETTINGS = (
    ("notebook-extension", "tracker", {"windowingMode": "none"}),  # all cells in the page, not those in sight alone
    ("apputils-extension", "notification", {"fetchNews": "false", "checkForUpdates": False, "doNotDisturbMode": True}),
)
TOKEN = "only-for-this-test"


@contextlib.contextmanager
def lab(folder: Path, home: Path, environment: dict[str, str] | None = None):
    """A JupyterLab server on `folder`; gives its address. Its settings and runtime files stay in `home`."""
    for extension, plugin, values in _SETTINGS:
        settings = home / "settings" / "@jupyterlab" / extension
        settings.mkdir(parents=True, exist_ok=True)
        (settings / f"{plugin}.jupyterlab-settings").write_text(json.dumps(values))
    for name in ("config", "runtime", "workspaces", "ipython"):
        (home / name).mkdir()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    env = {**os.environ, "JUPYTER_CONFIG_DIR": str(home / "config"), "JUPYTER_RUNTIME_DIR": str(home / "runtime"), "IPYTHONDIR": str(home / "ipython"),
           "JUPYTERLAB_SETTINGS_DIR": str(home / "settings"), "JUPYTERLAB_WORKSPACES_DIR": str(home / "workspaces"), **(environment or {})}
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ServerApp.ip=127.0.0.1", f"--ServerApp.port={port}", "--ServerApp.port_retries=0",
               f"--IdentityProvider.token={TOKEN}", f"--ServerApp.root_dir={folder}", "--LabApp.news_url=None",
               "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"]
    with (home / "log").open("w") as log:
        server = subprocess.Popen(command, env=env, stdout=log, stderr=log, start_new_session=True)
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(address, server, home / "log")
            yield address
        finally:
            os.killpg(server.pid, signal.SIGINT)
            try:
                server.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(server.pid, signal.SIGKILL)
                server.wait()


def _wait_for(address: str, server: subprocess.Popen, log: Path, seconds: int = 60) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if server.poll() is not None:
            raise RuntimeError(f"JupyterLab did not start:\n{log.read_text()[-2000:]}")
        try:
            with urllib.request.urlopen(f"{address}/api/status?token={TOKEN}", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.25)
    raise RuntimeError(f"JupyterLab gave no answer in {seconds} s:\n{log.read_text()[-2000:]}")


@contextlib.contextmanager
def page(width: int = 1500, height: int = 1600):
    """A page of a headless Chromium, with its console errors in `page.errors`."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=FLAGS)
        try:
            opened = browser.new_page(viewport={"width": width, "height": height})
            opened.set_default_timeout(90_000)
            opened.errors = []
            opened.on("pageerror", lambda error: opened.errors.append(str(error)))
            opened.on("dialog", lambda dialog: (opened.errors.append(f"dialog: {dialog.message}"), dialog.dismiss()))
            yield opened
        finally:
            browser.close()


def open_notebook(page, address: str, name: str) -> None:
    """Open a notebook and wait until its kernel is ready."""
    page.goto(f"{address}/doc/tree/{name}?token={TOKEN}&reset", wait_until="domcontentloaded")
    page.wait_for_selector(".jp-Notebook .jp-Cell")
    page.wait_for_selector('.jp-Notebook-ExecutionIndicator[data-status="idle"]')


def run_all(page, tries: int = 4) -> None:
    """Run all cells by the menu, as a person would, and wait for the last; a click that came before Lab was ready is made again."""
    for attempt in range(tries):
        page.locator(".jp-Notebook .jp-Cell").first.click()
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.locator('[data-command="runmenu:run-all"]').click()
        try:
            page.wait_for_function(_SOME_RUN, timeout=10_000)
            break
        except Exception:
            if attempt == tries - 1:
                raise
            page.keyboard.press("Escape")
    page.wait_for_function(f"() => ({_ALL_RUN})() || document.querySelector(`{_ERROR}`)", timeout=180_000)
    if page.locator(_ERROR).count():
        raise AssertionError(page.locator(_ERROR).first.inner_text()[-1500:])


_ERROR = '[data-mime-type="application/vnd.jupyter.stderr"], [data-mime-type="application/vnd.jupyter.error"]'
_SOME_RUN = """() => [...document.querySelectorAll(".jp-CodeCell .jp-InputPrompt")].some(prompt => /[0-9*]+/.test(prompt.textContent))"""
_ALL_RUN = """() => {
    const prompts = [...document.querySelectorAll(".jp-CodeCell .jp-InputPrompt")].map(prompt => prompt.textContent)
    return prompts.length > 0 && prompts.every(prompt => /[0-9]+/.test(prompt))
}"""
