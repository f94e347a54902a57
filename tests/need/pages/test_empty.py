import pytest

pytestmark = pytest.mark.django_db


def test_with_nothing_loaded_need_says_so_kindly(client):
    answer = client.get("/need")

    assert answer.status_code == 200
    assert b"Nothing is loaded yet" in answer.content


def test_with_nothing_loaded_there_is_no_question_to_ask(client):
    assert client.get("/need/no-car").status_code == 404
    assert client.get("/api/v1/need/indicators").status_code == 404
