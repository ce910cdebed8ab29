from django.db import models


class Row(models.Model):
    text = models.TextField()
    author = models.CharField(max_length=80, default="anonymous")
    created_at = models.DateTimeField(auto_now_add=True)

    def as_json(self):
        return {"id": self.id, "text": self.text, "author": self.author}


class Heartbeat(models.Model):
    """One row for each beat of the worker."""

    created_at = models.DateTimeField(auto_now_add=True)
