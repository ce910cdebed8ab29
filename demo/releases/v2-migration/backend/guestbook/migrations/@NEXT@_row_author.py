from django.db import migrations, models


def name_the_first_authors(apps, schema_editor):
    apps.get_model("guestbook", "Row").objects.update(author="an early guest")


class Migration(migrations.Migration):
    dependencies = [("guestbook", "@PREVIOUS@")]

    operations = [
        migrations.AddField("row", "author", models.CharField(max_length=80, default="anonymous")),
        migrations.RunPython(name_the_first_authors, migrations.RunPython.noop),
    ]
