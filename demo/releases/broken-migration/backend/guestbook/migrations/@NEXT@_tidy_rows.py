from django.db import migrations


def forget_all_rows(apps, schema_editor):
    apps.get_model("guestbook", "Row").objects.all().delete()


def bring_back_the_tidy_ones(apps, schema_editor):
    raise RuntimeError("there is no tidy row to bring back")


class Migration(migrations.Migration):
    # Not one transaction: what the first operation deleted is gone when the second fails.
    atomic = False

    dependencies = [("guestbook", "@PREVIOUS@")]

    operations = [
        migrations.RunPython(forget_all_rows, migrations.RunPython.noop),
        migrations.RunPython(bring_back_the_tidy_ones, migrations.RunPython.noop),
    ]
