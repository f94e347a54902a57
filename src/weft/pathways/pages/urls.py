"""Which address leads to which page of cards?"""

from django.urls import path

from weft.pathways.pages import cards

app_name = "pathways"
urlpatterns = [
    path("g/<str:secret>/cards", cards.cards_in_hand, name="cards_in_hand"),
]
