"""Dates as trials count them, and the only source of chance."""

import random
from datetime import date, timedelta


def plus_months(start, months):
    """The same day of the month, or the month's last day where it has no such day."""
    month = start.month - 1 + months
    year, month = start.year + month // 12, month % 12 + 1
    for last in (start.day, 30, 29, 28):
        try:
            return date(year, month, min(start.day, last))
        except ValueError:
            continue
    raise AssertionError


def study_day(when, first):
    """Day 1 is the day of the first treatment; there is no day 0."""
    days = (when - first).days
    return days + 1 if days >= 0 else days


def days(count):
    return timedelta(days=count)


class Chance:
    """Draws from a fixed seed, by `random.Random.random` alone: of that method only does Python promise the same
    numbers in all later versions."""

    def __init__(self, seed):
        self._next = random.Random(seed).random

    def whether(self, probability):
        return self._next() < probability

    def between(self, low, high):
        """A whole number, both ends included."""
        return low + int(self._next() * (high - low + 1))

    def normal(self, mean, sd):
        """Nearly normal: the sum of twelve uniform numbers, so that no transcendental function is needed."""
        return mean + sd * (sum(self._next() for _ in range(12)) - 6)

    def one_of(self, things, weights=None):
        things = list(things)
        if weights is None:
            return things[self.between(0, len(things) - 1)]
        point = self._next() * sum(weights)
        for thing, weight in zip(things, weights):
            point -= weight
            if point < 0:
                return thing
        return things[-1]

    def shuffled(self, things):
        rest, order = list(things), []
        while rest:
            order.append(rest.pop(self.between(0, len(rest) - 1)))
        return order
