from django.db import migrations

SLEEP_SECONDS = 8


def leave_a_trace(apps, schema_editor):
    row = apps.get_model("guestbook", "Row")
    row.objects.create(text=f"counted {row.objects.count()} rows")


class Migration(migrations.Migration):
    dependencies = [("guestbook", "@PREVIOUS@")]

    operations = [
        migrations.RunSQL(f"SELECT pg_sleep({SLEEP_SECONDS})", migrations.RunSQL.noop),
        migrations.RunPython(leave_a_trace, migrations.RunPython.noop),
    ]
