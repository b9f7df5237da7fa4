# LibreOffice as an outside judge of redlines: accepts or rejects all changes of each DOCX by its own commands and prints one
# JSON line a file and view: {"file", "view", "paragraphs", "left"}, where `left` counts changes that remained.
# usage: python3 libreoffice.py SOFFICE PROFILE_FOLDER FILE.docx…
import json
import os
import signal
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue

soffice, profile, files = sys.argv[1], sys.argv[2], sys.argv[3:]
pipe = f"alternat{os.getpid()}"
office = subprocess.Popen(
    [soffice, "--headless", "--norestore", "--nologo", f"-env:UserInstallation=file://{profile}", f"--accept=pipe,name={pipe};urp;"],
    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


def connect():
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.25)
    raise SystemExit("LibreOffice did not start")


def hidden():
    value = PropertyValue()
    value.Name, value.Value = "Hidden", True
    return (value,)


def paragraphs(text):
    found = []
    each = text.createEnumeration()
    while each.hasMoreElements():
        found.append(each.nextElement().getString())
    return found


def changes(document):
    each, count = document.Redlines.createEnumeration(), 0
    while each.hasMoreElements():
        each.nextElement()
        count += 1
    return count


try:
    context = connect()
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    dispatcher = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    for path in files:
        for view, command in (("accepted", "AcceptAllTrackedChanges"), ("rejected", "RejectAllTrackedChanges")):
            document = desktop.loadComponentFromURL("file://" + os.path.abspath(path), "_blank", 0, hidden())
            dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" + command, "", 0, ())
            print(json.dumps({"file": path, "view": view, "paragraphs": paragraphs(document.Text), "left": changes(document)}), flush=True)
            document.close(True)
    try:
        desktop.terminate()
    except Exception:
        pass
    office.wait(20)
finally:
    if office.poll() is None:
        os.killpg(office.pid, signal.SIGTERM)
