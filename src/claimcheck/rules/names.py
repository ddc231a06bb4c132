"""The checks inside one article that a rule in rules/check/ may name."""

from __future__ import annotations

CHECKS: dict[str, str] = {
    "count-of-items": "listed items against the stated count",
    "sum-of-parts": "parts against a stated total",
    "weekday-of-date": "a weekday against its date",
    "opposed-hedges": "one round number hedged both ways",
    "part-not-above-whole": "a part against the whole it is included in",
    "order-of-dates": "start before end, and what lies within",
    "age-of-birth-date": "an age against a date of birth",
    "duration-of-dates": "a duration against its ends",
    "as-of-before-publication": "as-of and past dates against the day of publication",
    "impossible-date": "a day the calendar does not have",
    "converted-value": "a value in brackets against the value it converts",
    "percent-of-total": "a percentage against the numbers it joins",
    "shares-over-100": "shares of one whole that come to more than 100 per cent",
    "headline-against-body": "a figure of the headline against the text below it",
    "invisible-characters": "figures and dates for characters that nobody sees",
}
