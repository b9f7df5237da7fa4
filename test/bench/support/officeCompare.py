# LibreOffice compares new.txt with old.txt of a folder by its own command, writes compared.docx there and prints the
# milliseconds of the comparison alone.
# usage: python3 officeCompare.py SOFFICE PROFILE_FOLDER FOLDER
import os
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../support"))
from office import running, value  # noqa: E402

soffice, profile, folder = sys.argv[1:4]
url = "file://" + os.path.abspath(folder)

with running(soffice, profile) as office:
    text = (value("Hidden", True), value("FilterName", "Text (encoded)"), value("FilterOptions", "UTF8,LF,,,"))
    document = office.desktop.loadComponentFromURL(url + "/new.txt", "_blank", 0, text)
    start = time.perf_counter()
    office.dispatch(document, "CompareDocuments", value("URL", url + "/old.txt"), *text[1:])
    print((time.perf_counter() - start) * 1000)
    document.storeToURL(url + "/compared.docx", (value("FilterName", "MS Word 2007 XML"),))
    document.close(True)
