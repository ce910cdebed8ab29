from django.db import migrations
from django.db.models.functions import Upper


def shout(apps, schema_editor):
    apps.get_model("guestbook", "Row").objects.update(text=Upper("text"))


class Migration(migrations.Migration):
    dependencies = [("guestbook", "@PREVIOUS@")]

    operations = [migrations.RunPython(shout, migrations.RunPython.noop)]
