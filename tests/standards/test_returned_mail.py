"""Is a mail that came back read as RFC 3464 says?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.standards.returned_mail import Returned, read_returned

# RFC 3464, appendix E.1
FOR_FIVE_DAYS = b"""Date: Thu, 7 Jul 1994 17:16:05 -0400
From: Mail Delivery Subsystem <MAILER-DAEMON@CS.UTK.EDU>
Message-Id: <199407072116.RAA14128@CS.UTK.EDU>
Subject: Returned mail: Cannot send message for 5 days
To: <owner-info-mime@cs.utk.edu>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
      boundary="RAA14128.773615765/CS.UTK.EDU"

--RAA14128.773615765/CS.UTK.EDU

The original message was received at Sat, 2 Jul 1994 17:10:28 -0400
from root@localhost

   ----- The following addresses had delivery problems -----
<louisl@larry.slip.umd.edu>  (unrecoverable error)

--RAA14128.773615765/CS.UTK.EDU
content-type: message/delivery-status

Reporting-MTA: dns; cs.utk.edu

Original-Recipient: rfc822;louisl@larry.slip.umd.edu
Final-Recipient: rfc822;louisl@larry.slip.umd.edu
Action: failed
Status: 4.0.0
Diagnostic-Code: smtp; 426 connection timed out
Last-Attempt-Date: Thu, 7 Jul 1994 17:15:49 -0400

--RAA14128.773615765/CS.UTK.EDU
content-type: message/rfc822

[original message goes here]

--RAA14128.773615765/CS.UTK.EDU--
"""


def came_back(*, action="failed", status="5.1.1 (no such)", enclosed=""):
    return f"""From: <>
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

Sorry.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.org

Final-Recipient: rfc822; choir@example.org
Action: {action}
Status: {status}

--b
{enclosed}
--b--
""".encode()


WHOLE = """Content-Type: message/rfc822

Message-ID: <0123abcd@weft.example.org>
Subject: Singers: is this still right?

Hello"""
ONLY_HEADERS = """Content-Type: text/rfc822-headers

Received: by mx.example.org
Message-Id: <0123abcd@weft.example.org>
Subject: Singers: is this still right?
"""


def test_the_standards_own_example_failed_after_five_days():
    returned = read_returned(FOR_FIVE_DAYS)

    assert returned == Returned(number="", action="failed", status="4.0.0")
    assert returned.is_final


@pytest.mark.parametrize("enclosed", [WHOLE, ONLY_HEADERS])
def test_our_own_number_is_found_however_the_mail_is_enclosed(enclosed):
    returned = read_returned(came_back(enclosed=enclosed))

    assert returned == Returned(number="0123abcd", action="failed", status="5.1.1")


def test_a_delay_is_not_the_end():
    assert not read_returned(came_back(action="delayed", status="4.4.1")).is_final


def test_nothing_of_whom_it_went_to_is_read():
    assert "choir" not in repr(read_returned(came_back(enclosed=WHOLE)))


@given(told=st.binary(max_size=400))
def test_anything_at_all_is_read_as_something(told):
    assert isinstance(read_returned(told), Returned)
