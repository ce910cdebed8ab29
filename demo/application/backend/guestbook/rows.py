import json

from django.http import HttpResponseRedirect, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from guestbook.models import Row


@csrf_exempt
def rows(request):
    if request.method != "POST":
        return JsonResponse([row.as_json() for row in Row.objects.order_by("id")], safe=False)
    return add(request)


def add(request):
    try:
        text = str(submitted(request).get("text", "")).strip()
    except (ValueError, AttributeError):
        text = ""
    if not text:
        return JsonResponse({"error": "text is missing"}, status=400)
    row = Row.objects.create(text=text)
    if "text/html" in request.headers.get("Accept", ""):
        return HttpResponseRedirect("/")
    return JsonResponse(row.as_json(), status=201)


def submitted(request):
    return json.loads(request.body) if request.content_type == "application/json" else request.POST
