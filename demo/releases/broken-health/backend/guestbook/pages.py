from django.http import JsonResponse

from guestbook import VERSION


def index(request):
    return readers()


def health(request):
    return readers()


def version(request):
    return JsonResponse({"version": VERSION})


def readers():
    raise RuntimeError("the counter of readers is not there")
