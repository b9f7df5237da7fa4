# Another delegation's officer: opens a DOCX in LibreOffice, edits it under a name, with changes recorded or not, and saves it.
# usage: python3 reviewed.py SOFFICE PROFILE_FOLDER IN.docx OUT.docx EDITS, EDITS being JSON:
# [{"author", "recorded", "act": "type" (text after words) | "replace" (words by text) | "delete" | "split" (after words), "words", "text"}]
import json
import sys

# First: it loads UNO, through which the names of LibreOffice's interface are found.
from office import running, value
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK

soffice, profile, source, target, edits = sys.argv[1:6]


def found(document, words):
    search = document.createSearchDescriptor()
    search.SearchString, search.SearchCaseSensitive = words, True
    place = document.findFirst(search)
    if place is None:
        raise SystemExit(f"not in the document: {words}")
    return place.Text.createTextCursorByRange(place)


def edit(document, act, words, text=""):
    cursor = found(document, words)
    if act == "replace":
        cursor.setString(text)
    elif act == "delete":
        cursor.setString("")
    else:
        cursor.collapseToEnd()
        if act == "split":
            cursor.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
        else:
            cursor.Text.insertString(cursor, text, False)


with running(soffice, profile) as office:
    document = office.open(source)
    for one in json.loads(edits):
        office.sign(one["author"])
        document.RecordChanges = one["recorded"]
        edit(document, one["act"], one["words"], one.get("text", ""))
    document.storeToURL("file://" + target, (value("FilterName", "MS Word 2007 XML"),))
    document.close(True)
