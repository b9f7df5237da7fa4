# LibreOffice without a window, driven through its UNO interface.
import os
import signal
import subprocess
import time
from contextlib import contextmanager

import uno
from com.sun.star.beans import PropertyValue


def value(name, content):
    made = PropertyValue()
    made.Name, made.Value = name, content
    return made


def _connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.25)
    raise SystemExit("LibreOffice did not start")


class Office:
    """The running program: opens documents, runs its own commands, signs changes."""

    def __init__(self, context):
        create = context.ServiceManager.createInstanceWithContext
        self.desktop = create("com.sun.star.frame.Desktop", context)
        self._configuration = create("com.sun.star.configuration.ConfigurationProvider", context)
        self._dispatcher = create("com.sun.star.frame.DispatchHelper", context)

    def open(self, path):
        """A file, or "private:factory/swriter" for an empty document."""
        url = path if path.startswith("private:") else "file://" + os.path.abspath(path)
        return self.desktop.loadComponentFromURL(url, "_blank", 0, (value("Hidden", True),))

    def dispatch(self, document, command, *arguments):
        self._dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" + command, "", 0, arguments)

    def sign(self, name):
        """Who changes from now on."""
        access = self._configuration.createInstanceWithArguments(
            "com.sun.star.configuration.ConfigurationUpdateAccess", (value("nodepath", "/org.openoffice.UserProfile/Data"),))
        access.givenname, access.sn = name, ""
        access.commitChanges()


@contextmanager
def running(soffice, profile):
    """Starts LibreOffice with a profile of its own and ends it whatever happens."""
    pipe = f"alternat{os.getpid()}"
    program = subprocess.Popen(
        [soffice, "--headless", "--norestore", "--nologo", f"-env:UserInstallation=file://{profile}",
         f"--accept=pipe,name={pipe};urp;"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        office = Office(_connect(pipe))
        yield office
        try:
            office.desktop.terminate()
        except Exception:
            pass
        program.wait(20)
    finally:
        if program.poll() is None:
            os.killpg(program.pid, signal.SIGTERM)
