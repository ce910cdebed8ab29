from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST


@csrf_exempt
@require_POST
def store(request):
    upload = request.FILES.get("file")
    if upload is None:
        return JsonResponse({"error": "file is missing"}, status=400)
    return JsonResponse({"name": default_storage.save(upload.name, upload)}, status=201)


def fetch(request, name):
    if not default_storage.exists(name):
        raise Http404
    return FileResponse(default_storage.open(name))
