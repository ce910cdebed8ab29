from django.db import DatabaseError
from django.http import JsonResponse
from django.shortcuts import render

from guestbook import VERSION
from guestbook.models import Row


def index(request):
    newest = Row.objects.order_by("-id")[:50]
    return render(request, "guestbook/index.html", {"rows": newest, "version": VERSION, "total": Row.objects.count()})


def health(request):
    """Healthy is: the database answers, and its columns are those the code knows."""
    try:
        Row.objects.first()
    except DatabaseError:
        return JsonResponse({"status": "the database does not answer"}, status=503)
    return JsonResponse({"status": "ok"})


def version(request):
    return JsonResponse({"version": VERSION})
