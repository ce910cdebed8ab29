from django.urls import path

from guestbook import media, pages, rows

urlpatterns = [
    path("", pages.index),
    path("health/", pages.health),
    path("version/", pages.version),
    path("rows/", rows.rows),
    path("media/", media.store),
    path("media/<str:name>", media.fetch),
]
