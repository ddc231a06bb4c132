"""Do our sources tell the same story in numbers and dates?"""
