"""Files of words, written by hand as programs write them."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"


def zip_of(**members: str | bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as box:
        for name, told in members.items():
            box.writestr(name.replace("__", "/").replace("_dot_", "."), told)
    return out.getvalue()


def docx(body: str, **more: str | bytes) -> bytes:
    xml = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    return zip_of(word__document_dot_xml=xml, **more)


def line(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def odt(body: str) -> bytes:
    xml = (
        f'<office:document-content xmlns:office="{OFFICE}" xmlns:text="{TEXT}">'
        f"<office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    return zip_of(mimetype="application/vnd.oasis.opendocument.text",
                  content_dot_xml=xml)  # fmt: skip


def pdf(*pages: str, packed: bytes | None = None) -> bytes:
    """A PDF with a line of words on each page, or with a stream that is given."""
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    things = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for at, words in enumerate(pages):
        told = f"BT /F1 12 Tf 20 100 Td ({words}) Tj ET".encode() if words else b" "
        how = b"/Filter/FlateDecode" if packed else b""
        told = packed or told
        things += [
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents %d 0 R"
            b"/Resources<</Font<</F1 3 0 R>>>>>>" % (5 + 2 * at),
            b"<</Length %d%b>>\nstream\n%b\nendstream" % (len(told), how, told),
        ]
    out, places = b"%PDF-1.4\n", []
    for number, thing in enumerate(things, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, thing)
    table = b"".join(b"%010d 00000 n \n" % at for at in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    tail = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    return out + head + table + tail % (len(places) + 1, len(out))
