# Documents that LibreOffice wrote with changes recorded, made through its UNO interface: for each case a DOCX as saved, and a
# JSON line {"case", "file", "accepted", "rejected", "labels", "changes"} with the texts that LibreOffice itself has after accepting and
# rejecting all changes of what it reads back, and the changes it lists.
# usage: python3 recorded.py SOFFICE PROFILE_FOLDER OUT_FOLDER
import json
import os
import sys

from office import running, value
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK
from com.sun.star.awt.FontWeight import BOLD, NORMAL
from com.sun.star.awt.FontSlant import ITALIC

soffice, profile, out = sys.argv[1:4]


def paragraphs(text):
    found = []
    each = text.createEnumeration()
    while each.hasMoreElements():
        part = each.nextElement()
        if part.supportsService("com.sun.star.text.TextTable"):
            for name in part.getCellNames():
                found += paragraphs(part.getCellByName(name))
        else:
            found.append("".join(portions(part)))
    return found


def portions(paragraph):
    """The pieces of a paragraph's text, without the numbers of footnotes."""
    each = paragraph.createEnumeration()
    while each.hasMoreElements():
        portion = each.nextElement()
        if portion.TextPortionType != "Footnote":
            yield portion.getString()


def labels(text):
    """The numbers that paragraphs outside of tables show."""
    found = []
    each = text.createEnumeration()
    while each.hasMoreElements():
        part = each.nextElement()
        if part.supportsService("com.sun.star.text.Paragraph"):
            found.append(part.ListLabelString)
    return found


def redlines(document):
    each, found = document.Redlines.createEnumeration(), []
    while each.hasMoreElements():
        change = each.nextElement()
        found.append({"kind": change.RedlineType, "author": change.RedlineAuthor})
    return found


class Page:
    """One document under the hands of its reviewers."""

    def __init__(self, texts):
        self.document = office.open("private:factory/swriter")
        self.text = self.document.Text
        cursor = self.text.createTextCursor()
        for index, content in enumerate(texts):
            if index > 0:
                self.text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
            self.text.insertString(cursor, content, False)
        self.document.RecordChanges = True

    def at(self, words, nth=0):
        """A cursor over the words."""
        search = self.document.createSearchDescriptor()
        search.SearchString, search.SearchCaseSensitive = words, True
        found = self.document.findAll(search).getByIndex(nth)
        return found.Text.createTextCursorByRange(found)

    def before(self, words):
        cursor = self.at(words)
        cursor.collapseToStart()
        return cursor

    def after(self, words):
        cursor = self.at(words)
        cursor.collapseToEnd()
        return cursor

    def type_(self, cursor, content):
        cursor.Text.insertString(cursor, content, False)

    def split(self, cursor):
        cursor.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)

    def delete(self, cursor):
        cursor.setString("")

    def dispatch(self, command, *arguments):
        office.dispatch(self.document, command, *arguments)

    def select(self, cursor):
        self.document.CurrentController.select(cursor)

    def join_after(self, words):
        """Deletes the end of the paragraph that ends with the words."""
        cursor = self.after(words)
        cursor.goRight(1, True)
        self.delete(cursor)

    def table(self, rows):
        cursor = self.text.createTextCursor()
        cursor.gotoEnd(False)
        self.document.RecordChanges = False
        self.text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
        table = self.document.createInstance("com.sun.star.text.TextTable")
        table.initialize(len(rows), len(rows[0]))
        self.text.insertTextContent(cursor, table, False)
        for at, row in enumerate(rows):
            for column, content in enumerate(row):
                table.getCellByPosition(column, at).setString(content)
        self.document.RecordChanges = True
        return table


def typed(page):
    page.type_(page.after("support"), " firmly")


def deleted(page):
    page.delete(page.at("peace and "))


def replaced(page):
    page.delete(page.at("trade"))
    page.type_(page.after("peace and "), "commerce")


def split(page):
    page.split(page.before("They note"))


def joined(page):
    page.join_after("water.")


def across(page):
    cursor = page.at("the role of water.")
    cursor.gotoRange(page.after("Closing").End, True)
    page.delete(cursor)


def whole(page):
    cursor = page.at("Closing words.")
    cursor.gotoStartOfParagraph(False)
    cursor.goLeft(1, True)
    page.delete(cursor)
    cursor = page.text.createTextCursorByRange(page.at("Closing words."))
    page.delete(cursor)


def appended(page):
    cursor = page.text.createTextCursor()
    cursor.gotoEnd(False)
    page.split(cursor)
    page.type_(cursor, "Thanks to the host city.")


def prepended(page):
    cursor = page.text.createTextCursor()
    page.type_(cursor, "A new opening.")
    page.split(cursor)


def bold(page):
    page.at("support").CharWeight = BOLD
    cursor = page.at("note the role")
    cursor.CharPosture = ITALIC


def heading(page):
    page.at("They note").ParaStyleName = "Heading 1"


def typed_in_deletion(page):
    page.delete(page.at("peace and trade"))
    page.type_(page.after("peace"), "X")


def deleted_own(page):
    page.type_(page.after("support"), " very firmly")
    page.delete(page.at(" very"))


def moved(page):
    page.select(page.before("Closing"))
    page.dispatch("MoveUp")


def row_inserted(page):
    table = page.table([["a1", "b1"], ["a2", "b2"]])
    table.Rows.insertByIndex(1, 1)
    table.getCellByPosition(0, 1).setString("new a")


def row_deleted(page):
    table = page.table([["a1", "b1"], ["a2", "b2"], ["a3", "b3"]])
    page.document.CurrentController.select(table.getCellByName("A2"))
    page.dispatch("DeleteRows")


def cells_edited(page):
    table = page.table([["one two", "b1"], ["a2", "b2"]])
    cell = table.getCellByName("A1")
    cursor = cell.createTextCursor()
    cursor.goRight(4, True)
    cursor.setString("")
    cell = table.getCellByName("B2")
    cursor = cell.createTextCursor()
    cursor.gotoEnd(False)
    cell.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
    cell.insertString(cursor, "second", False)


def two_hands(page):
    page.type_(page.after("support"), " firmly and fully")
    office.sign("B. Bek (BK)")
    page.delete(page.at("firmly and "))
    page.delete(page.at("peace and "))
    page.type_(page.after("Closing"), " remarks")
    page.split(page.before("They note"))


def footnoted(page):
    note = page.document.createInstance("com.sun.star.text.Footnote")
    page.text.insertTextContent(page.after("water"), note, False)
    note.insertString(note.createTextCursor(), "See the declaration of 2024.", False)
    page.delete(page.at("peace and "))


def breaks(page):
    cursor = page.after("support")
    page.type_(cursor, "\tfirst\nsecond\u00adpart\u2011x")


def numbered(page):
    page.document.RecordChanges = False
    for words, level in (("The sides", 0), ("They note", 1), ("Closing", 0)):
        cursor = page.at(words)
        cursor.NumberingStyleName, cursor.NumberingLevel = "Numbering IVX", level
    page.document.RecordChanges = True
    page.split(page.after("peace"))
    page.split(page.after("role"))
    page.split(page.after("Closing"))
    page.join_after("water.")


def random_edits(seed):
    def edit(page):
        import random
        chance = random.Random(seed)
        for step in range(12):
            cursor = page.text.createTextCursor()
            length = len(page.text.getString())
            cursor.goRight(min(chance.randrange(length + 1), 30000), False)
            kind = chance.choice(["type", "type", "delete", "delete", "split", "delete-long", "bold"])
            if kind == "type":
                page.type_(cursor, chance.choice(["x", " new", "ёж ", "水"]))
            elif kind == "split":
                page.split(cursor)
            elif kind == "bold":
                cursor.goRight(6, True)
                cursor.CharWeight = BOLD
            else:
                cursor.goRight(40 if kind == "delete-long" else 3, True)
                page.delete(cursor)
    return edit


TEXTS = ["The sides support peace and trade.", "They note the role of water.", "Closing words."]
CASES = [typed, deleted, replaced, split, joined, across, whole, appended, prepended, bold, heading, typed_in_deletion,
         deleted_own, moved, row_inserted, row_deleted, cells_edited, two_hands, footnoted, breaks, numbered]
CASES = [(case.__name__, case) for case in CASES] + [(f"random {seed}", random_edits(seed)) for seed in range(24)]

with running(soffice, profile) as office:
    for index, (name, edit) in enumerate(CASES):
        office.sign("A. Aliyev (AL)")
        page = Page(TEXTS)
        edit(page)
        path = os.path.join(out, f"{index}.docx")
        page.document.storeToURL("file://" + path, (value("FilterName", "MS Word 2007 XML"),))
        line = {"case": name, "file": path, "changes": redlines(page.document)}
        page.document.close(True)
        for view, command in (("accepted", "AcceptAllTrackedChanges"), ("rejected", "RejectAllTrackedChanges")):
            document = office.open(path)
            office.dispatch(document, command)
            line[view] = paragraphs(document.Text)
            if view == "accepted":
                line["labels"] = labels(document.Text)
            document.close(True)
        print(json.dumps(line), flush=True)
