from django.db import models


class Row(models.Model):
    text = models.TextField()
    created_at = models.DateTimeField(auto_now_add=True)

    def as_json(self):
        return {"id": self.id, "text": self.text}


class Heartbeat(models.Model):
    """One row for each beat of the worker."""

    created_at = models.DateTimeField(auto_now_add=True)
