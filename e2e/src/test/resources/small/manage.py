"""Applies migrations/*.sql, each once: manage.py migrate [--plan]."""
import contextlib
import os
import pathlib
import sys
import time

import psycopg2


def connection():
    """A database that is just being started gets half a minute."""
    for _ in range(100):
        with contextlib.suppress(psycopg2.OperationalError):
            return psycopg2.connect(os.environ["DATABASE_URL"])
        time.sleep(0.3)
    sys.exit("the database does not answer")


with contextlib.closing(connection()) as database:
    database.autocommit = True
    cursor = database.cursor()
    cursor.execute("create table if not exists applied (name text primary key)")
    cursor.execute("select name from applied")
    applied = {row[0] for row in cursor}
    for file in sorted((pathlib.Path(__file__).parent / "migrations").glob("*.sql")):
        if file.stem in applied:
            continue
        print(file.stem, flush=True)
        if "--plan" not in sys.argv:
            cursor.execute(file.read_text())
            cursor.execute("insert into applied values (%s)", [file.stem])
