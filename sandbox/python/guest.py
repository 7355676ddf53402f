"""Runs beside the learner's code inside the interpreter: loads it, calls it, and says in JSON what happened.

It is part of the memory snapshot that every interpreter starts from. Nothing in here is out of the learner's reach, and
nothing has to be: no expected value ever comes here, and whatever the code changes it changes for itself alone.
"""

import ast
import asyncio
import base64
import bisect
import builtins
import collections.abc
import contextlib
import copy
import csv
import dataclasses
import datetime
import decimal
import enum
import functools
import hashlib
import heapq
import html
import http
import inspect
import io
import itertools
import json
import linecache
import logging
import math
import numbers
import operator
import pathlib
import pprint
import queue
import random
import re
import secrets
import shlex
import statistics
import string
import struct
import sys
import textwrap
import time
import traceback
import types
import typing
import urllib.parse
import uuid
import warnings
from asyncio import base_events

# The imports that are used nowhere below are those of most submissions: in the snapshot they cost nothing.
DRIVER_FILE = "the-test"
SAFE_INTEGER = 2**53 - 1


class Unfit(Exception):
    """A value that JSON has no word for."""


class TooLarge(Exception):
    pass


class NothingLeft(BaseException):
    """Nothing is left that could wake the code that waits."""


class Console(io.TextIOBase):
    """What was printed, up to a bound. It is kept in JavaScript, from where it can be read when a loop was stopped."""

    emit = None
    chars_left = lines_left = 0
    is_full = False

    @property
    def encoding(self):
        return "utf-8"

    def writable(self):
        return True

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if self.is_full or text == "":
            return len(text)
        kept = text[: self.chars_left]
        lines = kept.count("\n")
        if lines > self.lines_left:
            kept = "".join(kept.splitlines(keepends=True)[: self.lines_left])
        self.chars_left -= len(kept)
        self.lines_left -= lines
        # Lone surrogates, which a str may hold, have no place in UTF-8.
        self.emit(kept.encode("utf-8", "replace").decode("utf-8"))
        if len(kept) < len(text) or self.lines_left <= 0:
            self.is_full = True
            self.emit(console_full)
        return len(text)


class Clock:
    """Time stands still while code runs, and jumps when it would wait. JavaScript holds it; these are its handles."""

    advance = None

    def sleep(self, seconds):
        if not isinstance(seconds, (int, float)):
            seconds = float(seconds)
        if seconds < 0:
            raise ValueError("sleep length must be non-negative")
        self.advance(float(seconds) * 1000)


class Selector:
    def select(self, timeout):
        if timeout is None:
            raise NothingLeft
        if timeout > 0:
            clock.advance(timeout * 1000)
        return []

    def close(self):
        pass


class Loop(base_events.BaseEventLoop):
    """An event loop on the clock above, without sockets and threads."""

    def __init__(self):
        super().__init__()
        self._selector = Selector()

    def _process_events(self, event_list):
        pass

    def _write_to_self(self):
        pass

    def run_in_executor(self, executor, func, *args):
        future = self.create_future()
        try:
            future.set_result(func(*args))
        except Exception as error:
            future.set_exception(error)
        return future

    async def shutdown_default_executor(self, timeout=None):
        pass


class LoopPolicy(asyncio.events._AbstractEventLoopPolicy):
    """One event loop, made when it is asked for."""

    loop = None

    def get_event_loop(self):
        if self.loop is None:
            raise RuntimeError("There is no current event loop.")
        return self.loop

    def set_event_loop(self, loop):
        self.loop = loop

    def new_event_loop(self):
        return Loop()


clock = Clock()
console = Console()
policy = LoopPolicy()
console_full = ""
limits = {"result": 0}
state = {"module": None, "file": "", "loop": None}


def start(settings_json, advance, emit):
    """Once, in a fresh interpreter that came out of the snapshot."""
    global console_full
    settings = json.loads(settings_json)
    clock.advance = advance
    limits["result"] = settings["resultCharsMax"]
    console.emit = emit
    console.chars_left = settings["consoleCharsMax"]
    console.lines_left = settings["consoleLinesMax"]
    kept = f"{settings['consoleLinesMax']} lines or {settings['consoleCharsMax'] // 1024} KB"
    console_full = f"… and more, left out ({kept} are kept)\n"
    # The state that the snapshot holds would be the same in every run.
    random.seed()
    asyncio.events._set_running_loop(None)


def install():
    """Before the snapshot is taken: what the code is to find in place of the interpreter's own."""
    sys.stdout = sys.stderr = console
    sys.stdin = io.StringIO("")
    warnings.showwarning = show_warning
    time.sleep = clock.sleep
    asyncio.events._set_event_loop_policy(policy)
    # The interpreter came with a loop of the browser's, which counts as running all the time.
    asyncio.events._set_running_loop(None)
    warm_up()


def show_warning(message, category, filename, lineno, file=None, line=None):
    """In one line. What Python does by itself imports a tenth of the library to say where memory came from."""
    place = f"{filename}, line {lineno}: " if filename == state["file"] else ""
    console.write(f"{place}{category.__name__}: {str(message)[:2000]}\n")


def warm_up():
    """What is run once here is in the snapshot: imported, compiled, and in Python's caches."""
    console.emit, console.is_full = str, False
    console.chars_left = console.lines_left = 10_000
    limits["result"] = 10_000
    clock.advance = float
    source = "async def later(n):\n    await asyncio.sleep(0)\n    print(n)\n    return n\ndef fails():\n    raise ValueError(1)\ndef forgets():\n    later(1)\nasync def many():\n    async with asyncio.TaskGroup() as group:\n        group.create_task(later('a' + 1))\n"
    load(f"import asyncio\n{source}", "solution.py", "solution")
    ask("call", "later", "[1]", "[]")
    ask("call", "fails", "[]", "[]")
    ask("throws", "fails", "[]", "[]")
    ask("call", "forgets", "[]", "[]")
    ask("call", "many", "[]", "[]")
    ask("call", "absent", "[]", '["absent"]')
    ask("evaluate", "def drive(solution, n):\n    return {'n': [n, 1.5]}", "[null, 1]", "[]")
    begin_test()
    load("def f(:", "solution.py", "solution")
    del sys.modules["solution"]
    linecache.cache.clear()
    console.emit = clock.advance = None
    state.update(module=None, file="", loop=None)


# --- values ---------------------------------------------------------------------------------------------------------


def to_json(value):
    parts = []
    size = 0

    def put(text):
        nonlocal size
        size += len(text)
        if size > limits["result"]:
            raise TooLarge
        parts.append(text)

    def write(item, path):
        if item is None:
            put("null")
        elif item is True:
            put("true")
        elif item is False:
            put("false")
        elif isinstance(item, str):
            put(json.dumps(str.__str__(item)))
        elif isinstance(item, int):
            number = int.__index__(item)
            if not -SAFE_INTEGER <= number <= SAFE_INTEGER:
                raise Unfit(f"{place(path)} is a whole number beyond 2**53, which JSON does not carry exactly")
            put(int.__repr__(number))
        elif isinstance(item, float):
            if not math.isfinite(item):
                raise Unfit(f"{place(path)} is {float.__repr__(item)}, for which JSON has no word")
            # Zero has no sign for somebody who compares: -0.0 == 0.
            put(float.__repr__(item) if item else "0.0")
        elif isinstance(item, (list, tuple)):
            put("[")
            for index, one in enumerate(item):
                if index > 0:
                    put(",")
                write(one, f"{path}[{index}]")
            put("]")
        elif isinstance(item, dict):
            put("{")
            for index, (key, one) in enumerate(dict.items(item)):
                if not isinstance(key, str):
                    raise Unfit(f"{place(path)} has the key {short(key)}, and only a str can be a key in JSON")
                put(("," if index > 0 else "") + json.dumps(str.__str__(key)) + ":")
                write(one, f"{path}[{short(key)}]")
            put("}")
        else:
            raise Unfit(f"{place(path)} is {article(item)}{remedy(item)}")

    try:
        write(value, "")
    except RecursionError:
        raise Unfit("it contains itself, or is nested too deeply") from None
    return "".join(parts)


def place(path):
    return "it" if path == "" else path


def short(value):
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:39]}…"


def article(item):
    name = type(item).__name__[:80]
    return f"{'an' if name[:1].lower() in 'aeio' else 'a'} {name}"


def remedy(item):
    if isinstance(item, type):
        return ", which is not plain data"
    if dataclasses.is_dataclass(item):
        return ", a dataclass: dataclasses.asdict() makes a dict of it"
    for kinds, words in remedies:
        if isinstance(item, kinds):
            return words
    return ", which is not plain data"


remedies = [
    ((set, frozenset), ", which has no order: sorted() makes a list of it"),
    (types.CoroutineType, ", because nobody awaited the call: write await before it"),
    (asyncio.Future, ": await it"),
    (types.AsyncGeneratorType, ": collect what it yields in a list"),
    ((types.FunctionType, types.MethodType, types.BuiltinFunctionType), ": call it, with parentheses"),
    ((bytes, bytearray), ": decode() makes a str of it"),
    (datetime.timedelta, ": total_seconds() makes a number of it"),
    ((datetime.date, datetime.time), ": isoformat() makes a str of it"),
    (decimal.Decimal, ": str() or float() makes a plain value of it"),
    (enum.Enum, ": its .value is plain data"),
    ((uuid.UUID, pathlib.PurePath, numbers.Number), ": str() makes a str of it"),
    (re.Match, ": its group() is a str"),
    (BaseException, ": raise it, if the caller is to see an error"),
    (collections.abc.Mapping, ": dict() makes a dict of it"),
    (collections.abc.Iterable, ": list() makes a list of it"),
]


# --- errors ---------------------------------------------------------------------------------------------------------


def name_of(error):
    return str(type(error).__name__)[:200]


def message_of(error):
    try:
        return str(str(error))[:2000]
    except BaseException:
        return "an error that cannot be shown"


def first_of(error):
    """What happened first in a group of errors; any other error is its own."""
    while isinstance(error, BaseExceptionGroup) and error.exceptions:
        error = error.exceptions[0]
    return error


def group_message_of(error):
    """A group says how many errors it holds; which ones is what somebody wants to know."""
    message = message_of(error)
    if not isinstance(error, BaseExceptionGroup):
        return message
    held = "; ".join(f"{name_of(one)}: {group_message_of(one)}" for one in error.exceptions[:3])
    return f"{message}: {held}"[:2000]


def frames_of(error):
    """Frames of the learner's file and of the driver, the innermost first, as `file:line:0`."""
    frames = []
    for frame in traceback.extract_tb(error.__traceback__, limit=-200) if error.__traceback__ else []:
        if frame.filename in (state["file"], DRIVER_FILE):
            frames.append(f"{frame.filename}:{frame.lineno or 0}:0")
    return "\n".join(reversed(frames))[:4000]


def print_traceback(error):
    """As Python prints it, with causes and groups, without frames of others. What is too long loses its beginning."""
    shown = traceback.TracebackException(type(error), error, error.__traceback__, limit=-200, compact=True)
    if keep_own_frames(shown):
        text = "".join(shown.format())
        console.write(text if len(text) <= 8000 else f"…{text[-8000:]}")


def keep_own_frames(shown):
    """Says whether any were there; what caused an error within the library is left out."""
    own = [frame for frame in shown.stack or [] if frame.filename == state["file"]]
    shown.stack = traceback.StackSummary.from_list(own[-12:]) if own else None
    found = [bool(own)]
    for name in ("__cause__", "__context__"):
        before = getattr(shown, name)
        if before is not None:
            found.append(keep_own_frames(before))
            if not found[-1]:
                setattr(shown, name, None)
    for one in shown.exceptions or []:
        found.append(keep_own_frames(one))
    return any(found)


def caught(error):
    if isinstance(error, MemoryError):
        return '{"kind":"memory-limit"}'
    if isinstance(error, NothingLeft):
        return '{"kind":"no-answer"}'
    try:
        print_traceback(error)
    except Exception:
        pass
    stack = frames_of(first_of(error)) or frames_of(error)
    described = {"name": name_of(error), "message": group_message_of(error), "stack": stack}
    return json.dumps({"kind": "threw", "error": described})


def thrown_as_value(error):
    fields = {}
    for key, value in list(getattr(error, "__dict__", {}).items())[:50]:
        try:
            to_json(value)
        except (Unfit, TooLarge):
            continue
        if isinstance(key, str) and not key.startswith("_"):
            fields[key] = value
    return answer("value", {**fields, "name": name_of(error), "message": message_of(error)})


def answer(kind, value):
    try:
        return f'{{"kind":"{kind}","value":{to_json(value)}}}'
    except TooLarge:
        return '{"kind":"output-limit"}'
    except Unfit as error:
        return json.dumps({"kind": "unfit", "type": type(value).__name__[:200], "message": str(error)})


# --- requests -------------------------------------------------------------------------------------------------------


def load(source, file, name):
    """Runs a file as a module of its own."""
    state["file"] = file
    # Editors on Windows write one, and Python takes it away when it reads a file.
    source = source.removeprefix("\ufeff")
    linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
    module = types.ModuleType(name)
    module.__file__ = file
    state["module"] = module
    sys.modules[name] = module
    try:
        code = compile(source, file, "exec", dont_inherit=True)
    except SyntaxError as error:
        fault = {"kind": "syntax", "message": f"{name_of(error)}: {error.msg}", "line": max(1, error.lineno or 1)}
        if error.offset is not None and error.offset > 0:
            fault["column"] = error.offset
        return json.dumps(fault)
    except (ValueError, RecursionError, MemoryError) as error:
        return json.dumps({"kind": "syntax", "message": f"SyntaxError: {message_of(error)}", "line": 1})
    try:
        exec(code, module.__dict__)
    except SystemExit as error:
        if name == "__main__" and error.code in (None, 0):
            return '{"kind":"loaded"}'
        return caught(error)
    except BaseException as error:
        return caught(error)
    return '{"kind":"loaded"}'


def begin_test():
    """Each test begins with an event loop of its own; what the one before left waiting is gone."""
    loop, state["loop"] = state["loop"], None
    policy.loop = None
    if loop is not None:
        loop._ready.clear()
        loop._scheduled.clear()
        loop.close()
    return ""


def ask(how, target, arguments_json, needs_json):
    try:
        return asked(how, target, arguments_json, needs_json)
    except BaseException as error:
        return caught(error)


def asked(how, target, arguments_json, needs_json):
    module = state["module"]
    missing = missing_of(json.loads(needs_json), module.__dict__, how)
    if missing is not None:
        return missing
    values = json.loads(arguments_json)
    try:
        if how == "evaluate":
            values[0] = module
            result = driver_of(target)(*values)
        else:
            result = module.__dict__[target](*values)
        if inspect.isawaitable(result):
            result = wait_for(result)
    except Exception as error:
        if how == "throws" and not isinstance(error, MemoryError):
            return thrown_as_value(error)
        raise
    return answer("not-thrown" if how == "throws" else "value", result)


def wait_for(awaitable):
    if state["loop"] is None:
        state["loop"] = Loop()
    asyncio.set_event_loop(state["loop"])

    async def awaited():
        return await awaitable

    return state["loop"].run_until_complete(awaited())


def driver_of(source):
    linecache.cache[DRIVER_FILE] = (len(source), None, source.splitlines(keepends=True), DRIVER_FILE)
    names = {"__name__": DRIVER_FILE, "__builtins__": builtins}
    exec(compile(source, DRIVER_FILE, "exec", dont_inherit=True), names)
    functions = [one for one in names.values() if inspect.isfunction(one) and one.__module__ == DRIVER_FILE]
    return functions[-1]


def missing_of(needs, names, how):
    missing = [name for name in needs if name not in names or (how != "evaluate" and not callable(names[name]))]
    if not missing:
        return None
    hidden = ("__name__", "__doc__", "__package__", "__loader__", "__spec__", "__builtins__", "__file__")
    own = [name for name, value in names.items() if name not in hidden and not isinstance(value, types.ModuleType)]
    return json.dumps({"kind": "missing", "names": missing, "exported": [name[:80] for name in own[:20]]})

