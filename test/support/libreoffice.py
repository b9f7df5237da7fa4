# LibreOffice as an outside judge of redlines: accepts or rejects all changes of each DOCX by its own commands and prints one
# JSON line a file and view: {"file", "view", "paragraphs", "left"}, where `left` counts changes that remained.
# usage: python3 libreoffice.py SOFFICE PROFILE_FOLDER FILE.docx…
import json
import sys

from office import running

soffice, profile, files = sys.argv[1], sys.argv[2], sys.argv[3:]


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


with running(soffice, profile) as office:
    for path in files:
        for view, command in (("accepted", "AcceptAllTrackedChanges"), ("rejected", "RejectAllTrackedChanges")):
            document = office.open(path)
            office.dispatch(document, command)
            print(json.dumps({"file": path, "view": view, "paragraphs": paragraphs(document.Text), "left": changes(document)}), flush=True)
            document.close(True)
