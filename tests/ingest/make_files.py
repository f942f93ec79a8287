"""Make test files by the programs that people use: pandoc, LibreOffice, Chromium, wget, Python's own mail and CSV.

    python tests/ingest/make_files.py [FOLDER]

writes the three texts of seeds/ in every format to FOLDER (tests/ingest/files by default). A program that is not
there is named, and the files it would make are left as they are.
"""

from __future__ import annotations

import csv
import gzip
import html
import http.server
import json
import mailbox
import shutil
import subprocess
import sys
import tempfile
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from email import policy
from email.message import EmailMessage
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[2]
FILES = Path(__file__).parent / "files"
WAIT = 300  # seconds for one program


def main(folder: Path = FILES) -> None:
    """Make every file that the programs of this machine can make."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = {path.stem[:3]: path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))}
    for name, text in texts.items():
        (folder / f"{name}.html").write_text(page(text), encoding="utf-8")
    by_python(texts, folder)
    for program, make in (
        ("pandoc", by_pandoc),
        ("soffice", by_office),
        ("chromium", by_chromium),
        ("wget", by_wget),
    ):
        if shutil.which(program):
            make(list(texts), folder)
        else:
            print(f"{program} is not installed: its files are left as they are", file=sys.stderr)


def page(text: str) -> str:
    """A page as a site would print the text: its first line of several words a heading, if no sentence."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    title = next((line for line in lines if len(line.split()) > 5), "")
    if title.endswith("."):
        title = ""
    body = "\n".join(
        f"<{'h1' if i == title else 'p'}>{html.escape(i)}</{'h1' if i == title else 'p'}>" for i in lines
    )
    head = f"<title>{html.escape(title)}</title>" if title else ""
    head = f'<head><meta charset="utf-8">{head}</head>'
    return f'<!DOCTYPE html>\n<html lang="en">{head}\n<body>\n{body}\n</body></html>\n'


def by_python(texts: dict[str, str], folder: Path) -> None:
    """Mail, mailboxes, tables and archives."""
    (folder / "all.mbox").unlink(missing_ok=True)
    box = mailbox.mbox(folder / "all.mbox")
    for name, text in texts.items():
        message = EmailMessage(policy=policy.SMTP)
        message["From"] = "desk@example.org"
        message["To"] = "readers@example.org"
        message["Date"] = "Thu, 12 Jun 2025 07:00:00 +0000"
        message.set_content(text)
        (folder / f"{name}.eml").write_bytes(message.as_bytes())
        box.add(message)
    box.close()
    rows = [{"body": text, "pubDate": "Thu, 12 Jun 2025 07:00:00 GMT"} for text in texts.values()]
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    (folder / "all.jsonl").write_text(lines, encoding="utf-8")
    (folder / "all.jsonl.gz").write_bytes(gzip.compress(lines.encode(), mtime=0))
    (folder / "all.json").write_text(json.dumps({"articles": rows}, indent=1), encoding="utf-8")
    with (folder / "all.csv").open("w", encoding="utf-8", newline="") as out:
        table = csv.DictWriter(out, list(rows[0]))
        table.writeheader()
        table.writerows(rows)
    with zipfile.ZipFile(folder / "all.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in texts.items():
            archive.writestr(zipfile.ZipInfo(f"news/{name}.txt"), text)


def by_pandoc(names: list[str], folder: Path) -> None:
    """DOCX, EPUB and RTF from the pages."""
    for name in names:
        for form in ("docx", "epub", "rtf"):
            out = folder / f"{name}.pandoc.{form}"
            run("pandoc", "--standalone", "--metadata", "title=", str(folder / f"{name}.html"), "-o", str(out))


def by_office(names: list[str], folder: Path) -> None:
    """DOCX, RTF and PDF from the pages, as LibreOffice Writer saves them."""
    pages = [str(folder / f"{name}.html") for name in names]
    with tempfile.TemporaryDirectory() as profile:
        for form, kind in (
            ("docx", "docx:MS Word 2007 XML"),
            ("rtf", "rtf:Rich Text Format"),
            ("pdf", "pdf:writer_web_pdf_Export"),
        ):
            with tempfile.TemporaryDirectory() as made:
                home = f"-env:UserInstallation=file://{profile}"
                how = ("--headless", "--infilter=HTML (StarWriter)", "--convert-to", kind)
                run("soffice", home, *how, "--outdir", made, *pages)
                for path in Path(made).iterdir():
                    shutil.move(path, folder / f"{path.stem}.office.{form}")


def by_chromium(names: list[str], folder: Path) -> None:
    """PDF from the pages, as a browser prints them."""
    with served(folder) as site, tempfile.TemporaryDirectory() as profile:
        for name in names:
            how = ("--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}")
            run("chromium", *how, f"--print-to-pdf={folder / name}.chromium.pdf", f"{site}/{name}.html")
        page = folder / "columns.html"
        style = "<style>body {column-count: 2; text-align: justify; hyphens: auto; font-size: 9pt}</style>"
        page.write_text((folder / "004.html").read_text(encoding="utf-8").replace("<body>", f"{style}<body>"))
        run("chromium", *how, f"--print-to-pdf={folder}/columns.pdf", f"{site}/columns.html")
        page.unlink()


def by_wget(names: list[str], folder: Path) -> None:
    """A WARC of the pages, fetched from a server on loopback, and a WACZ around it."""
    with served(folder) as site, tempfile.TemporaryDirectory() as scratch:
        addresses = [f"{site}/{name}.html" for name in names]
        run("wget", "--quiet", "--tries=3", "--no-warc-keep-log", "--warc-file=all", *addresses, cwd=scratch)
        shutil.move(f"{scratch}/all.warc.gz", folder / "all.warc.gz")
    with zipfile.ZipFile(folder / "all.wacz", "w") as archive:
        archive.writestr("datapackage.json", json.dumps({"profile": "data-package", "wacz_version": "1.1.1"}))
        archive.write(folder / "all.warc.gz", "archive/all.warc.gz")


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a server on loopback that shows a folder."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


def run(*command: str, cwd: str | None = None) -> None:
    """Run a program; its failure is this script's."""
    subprocess.run(command, cwd=cwd, check=True, timeout=WAIT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


if __name__ == "__main__":
    main(*(Path(a) for a in sys.argv[1:2]))
