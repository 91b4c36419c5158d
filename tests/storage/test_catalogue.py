import json
import re
from datetime import timedelta
from gettext import NullTranslations
from pathlib import Path

import pytest

from psoas_break import words
from psoas_break.domain.dose import Hold, Repetitions, Tip
from psoas_break.domain.exercise import Exercise, Kind, Overlay, Place, Sides
from psoas_break.domain.patterns import CALM
from psoas_break.domain.plan import length_of, timeline_for
from psoas_break.domain.routine import Catalogue
from psoas_break.domain.segments import Manner
from psoas_break.domain.settings import BodyLimit
from psoas_break.storage.catalogue import load
from psoas_break.storage.resources import find_resources
from tests.storage.reading_time import hasty_cues

RESOURCES = find_resources()
OURS, PROBLEMS = load(RESOURCES)
EXERCISES = tuple(OURS.exercises.values())

NEVER_SAY = re.compile(
    r"\b(treat\w*|cure[sd]?|heal\w*|fix|fixes|correct\w* your posture"
    r"|releas\w+ (emotion|trauma)\w*|stored trauma|prevents? back pain|diagnos\w+"
    r"|realign\w*|detox\w*|guarantee\w*|clinically proven)\b",
    re.IGNORECASE,
)
"""Content.md section 7; “fixed chair” is a chair, not a promise."""

PLAIN = """
schema = 1
id = "{id}"
kind = "mobility"
sides = "each"
places = ["mat"]
level = 1

[dose]
sort = "hold"
least_s = 10
usual_s = 20.5
most_s = 30

[text.en]
name = "My stretch"
why = "Feels good."
care = "Slowly."

[[step]]
hold = 4
cue.en = "Lie down."

[[step]]
main = true
hold = 20
cue.en = "Stay."
"""


class Folder:
    """A user's own folder."""

    def __init__(self, path: Path) -> None:
        self.path = path
        (path / "exercises").mkdir()

    def put(self, text: str, name: str = "mine.toml") -> Path:
        file = self.path / "exercises" / name
        file.write_text(text, encoding="utf-8")
        return file

    def change(self, old: str, new: str) -> Path:
        """Put the plain exercise with one thing changed."""
        assert old in PLAIN
        return self.put(PLAIN.replace(old, new).replace("{id}", "mine"))

    def load(self) -> Catalogue:
        return load(RESOURCES, self.path)[0]

    @property
    def problems(self) -> list[str]:
        where = f"{self.path}/"
        return [str(p).replace(where, "") for p in load(RESOURCES, self.path)[1]]


@pytest.fixture
def own(tmp_path: Path) -> Folder:
    path = tmp_path / "own"
    path.mkdir()
    return Folder(path)


# --- Ours -----------------------------------------------------------------------


def test_all_of_ours_load() -> None:
    assert (len(OURS.exercises), len(OURS.routines), PROBLEMS) == (43, 9, ())


def test_the_rotation_is_complete() -> None:
    assert OURS.rotation == ("R2", "R3", "R4", "R2", "R5", "R6")


def test_glute_bridges_are_not_swapped() -> None:
    assert OURS.swaps == {
        "seated-straight-leg-lift": "seated-march",
        "single-leg-deadlift": "standing-march",
    }


@pytest.mark.parametrize(
    ("name", "said"),
    # The seconds content.md gives, which leave no time to sit or stand for a breath.
    [
        ("R1", 75),
        ("R2", 130),
        ("R3", 180),
        ("R4", 180),
        ("R5", 180),
        ("R6", 300),
        ("R7", 300),
        ("R8", 300),
        ("R9", 60),
    ],
)
def test_every_routine_takes_about_as_long_as_it_says(name: str, said: int) -> None:
    took = length_of(OURS.routines[name], OURS).total_seconds()
    assert said <= took <= said + 10


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda e: e.id)
class TestEveryExercise:
    def test_has_its_words(self, exercise: Exercise) -> None:
        words = exercise.words
        assert words.name and words.why.endswith(".") and words.care.endswith(".")  # noqa: PT018 - one fact
        assert words.stop

    def test_says_nothing_it_must_not(self, exercise: Exercise) -> None:
        words = exercise.words
        said = (words.name, words.why, words.care, words.easier, words.harder)
        every = (*said, *exercise.cues, *words.checks, *words.faults, *words.stop)
        assert [text for text in every if NEVER_SAY.search(text)] == []

    def test_has_short_cues(self, exercise: Exercise) -> None:
        assert exercise.cues
        assert all(len(cue.split()) <= 12 for cue in exercise.cues)

    def test_leaves_time_to_take_in_each_cue(self, exercise: Exercise) -> None:
        assert hasty_cues(exercise, OURS) == []

    def test_names_its_sources(self, exercise: Exercise) -> None:
        assert exercise.sources or exercise.kind is Kind.CHECK

    def test_lies_in_a_file_of_its_name(self, exercise: Exercise) -> None:
        assert (RESOURCES / "exercises" / f"{exercise.id}.toml").is_file()

    def test_can_be_run_unless_it_is_a_tip(self, exercise: Exercise) -> None:
        routine = OURS.find(exercise.id)
        assert (routine is None) == isinstance(exercise.dose, Tip)
        if routine is not None:
            plan = timeline_for(routine, OURS, Manner())
            assert timedelta(seconds=10) < plan.length < timedelta(minutes=5)

    def test_spares_whoever_had_surgery(self, exercise: Exercise) -> None:
        # Only stand, walk, breathe until cleared (content.md section 7).
        gentle = exercise.kind in {Kind.BREATHING, Kind.HABIT}
        walk = exercise.id != "change-position-supported-sitting"
        spared = BodyLimit.RECENT_SURGERY in exercise.limits
        assert spared != (gentle and walk)


def test_there_are_three_tips() -> None:
    tips = {e.id for e in EXERCISES if isinstance(e.dose, Tip)}
    assert tips == {
        "sleep-pillow-under-knees",
        "varied-movement",
        "massage-referral",
    }


def test_easier_and_harder_lead_back() -> None:
    # Going easier from anywhere ends somewhere.
    for exercise in EXERCISES:
        seen, here = {exercise.id}, exercise
        while here.easier:
            here = OURS.exercises[here.easier]
            assert here.id not in seen
            seen.add(here.id)


@pytest.mark.parametrize(
    ("limit", "spared"),
    [
        (BodyLimit.KNEES, "half-kneeling-hip-flexor-stretch"),
        (BodyLimit.BALANCE, "single-leg-deadlift"),
        (BodyLimit.PREGNANCY, "glute-bridge"),
        (BodyLimit.HEART_OR_LUNG, "lower-back-stretch-seated"),
        (BodyLimit.WRIST_OR_SHOULDER, "crab-reach"),
        (BodyLimit.RECENT_SURGERY, "standing-hip-flexor-stretch"),
    ],
)
def test_every_tick_spares_something(limit: BodyLimit, spared: str) -> None:
    assert limit in OURS.exercises[spared].limits


def test_the_default_breath_is_four_in_six_out() -> None:
    assert CALM.length == timedelta(seconds=10)


# --- The schema beside them -----------------------------------------------------

SCHEMA = json.loads((RESOURCES / "schema" / "exercise.schema.json").read_text("utf-8"))


@pytest.mark.parametrize(
    ("key", "words"),
    [("kind", Kind), ("sides", Sides), ("overlay", Overlay)],
)
def test_the_schema_knows_the_same_words(
    key: str, words: type[Kind] | type[Sides] | type[Overlay]
) -> None:
    assert SCHEMA["properties"][key]["enum"] == [word.value for word in words]


@pytest.mark.parametrize(
    ("key", "words"),
    [("places", Place), ("limits", BodyLimit), ("easier_for", BodyLimit)],
)
def test_the_schema_knows_the_same_lists(
    key: str, words: type[Place] | type[BodyLimit]
) -> None:
    known = SCHEMA["properties"][key]["items"]["enum"]
    assert known == [word.value for word in words]


def test_every_key_of_the_schema_is_read(own: Folder) -> None:
    texts = {"sources": '["a"]', "kit": '["mat"]', "limits": '["knees"]'}
    extra = {
        "easier_for": '["balance"]',
        "easier": '"seated-march"',
        "harder": '"seated-march"',
        "recovery_h": "48",
        "overlay": '"psoas"',
    } | texts
    lines = "".join(f"{key} = {value}\n" for key, value in extra.items())
    lines += "scene = { props = [] }\npose = {}\n"
    own.change("level = 1\n", f"level = 1\n{lines}")
    mine = {"schema", "id", "kind", "sides", "places", "level", "dose", "text"}
    mine |= {"step", "loop", "scene", "pose"}
    assert own.problems == []
    assert mine | extra.keys() == SCHEMA["properties"].keys()


# --- The user's own -------------------------------------------------------------


def test_ones_own_exercise_stands_beside_ours(own: Folder) -> None:
    own.change("Stay.", "Stay.")
    mine = own.load().exercises["mine"]
    assert (mine.own, mine.name, own.problems) == (True, "My stretch", [])
    assert isinstance(mine.dose, Hold)
    assert mine.dose.amount.usual == timedelta(seconds=20.5)


def test_an_empty_or_missing_folder_is_no_problem(tmp_path: Path) -> None:
    assert load(RESOURCES, tmp_path / "none")[1] == ()


def test_a_windows_editor_is_welcome(own: Folder) -> None:
    own.put("\ufeff" + PLAIN.replace("{id}", "mine").replace("\n", "\r\n"))
    assert own.problems == []
    assert own.load().exercises["mine"].name == "My stretch"


def test_a_folder_that_may_not_be_looked_into_is_named(tmp_path: Path) -> None:
    catalogue, problems = load(RESOURCES, tmp_path / ("x" * 300))
    assert [problem.file.name for problem in problems] == ["exercises", "routines.toml"]
    assert catalogue == OURS


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("schema = 1", "schema = 2", "2: schema: 2 is not between 1 and 1"),
        ("schema = 1", f"schema = 0x{'f' * 9000}", "2: schema: a number of more"),
        ('id = "{id}"', 'id = "No Name"', "3: id: only a-z, 0-9 and single hyphens"),
        ('id = "{id}"', "", "id: missing"),
        ('id = "{id}"', 'id = "glute-bridge"', "id: there already is an exercise"),
        ('"mobility"', '"magic"', "4: kind: 'magic' is none of mobility, release"),
        ('"mobility"', "3", "4: kind: 3 is none of"),
        ('["mat"]', '["moon"]', "6: places: 'moon' is none of desk, chair"),
        ('["mat"]', "[]", "6: places: at least one place"),
        ('["mat"]', '"mat"', "6: places: expected a list, found 'mat'"),
        ("level = 1", "level = 6", "7: level: 6 is not between 1 and 5"),
        ("level = 1", "level = true", "7: level: expected a whole number, found True"),
        ("level = 1", f"level = 0x{'f' * 9000}", "7: level: a number of more digits"),
        ("level = 1", f"level = '{'x' * 99}'", f"found '{'x' * 59}… (left out)"),
        ("level = 1", "level = 1\nspeed = 3", "8: speed: unknown key"),
        ("level = 1", 'level = 1\nkit = "mat"', "8: kit: expected a list of at most"),
        ("level = 1", "level = 1\nkit = [1]", "8: kit[0]: expected a text, found 1"),
        ('sort = "hold"', 'sort = "wait"', "10: dose.sort: 'wait' is none of hold"),
        ("least_s = 10", "least_s = 25", "dose.usual: a dose needs 0 < least"),
        ("least_s = 10", "least_s = inf", "dose.least_s: inf is not between 0 and"),
        ("least_s = 10", "least_s = nan", "dose.least_s: nan is not between 0 and"),
        ("least_s = 10", f"least_s = 1{'0' * 400}", "… is not between 0 and 3600 s"),
        ("least_s = 10", 'least_s = "a"', "11: dose.least_s: expected seconds"),
        ("least_s = 10", "least = 10", "dose.least_s: missing"),
        ("most_s = 30", "most_s = 30\nmost = 3", "14: dose.most: unknown key"),
        ("[dose]", "[[dose]]", "dose: expected a table"),
        ('why = "Feels good."', "", "text.en.why: missing"),
        ('"Feels good."', '" "', "17: text.en.why: empty"),
        ('"Feels good."', f'"{"x" * 501}"', "text.en.why: longer than 500 characters"),
        ("main = true", 'main = "yes"', "step[1].main: expected true or false"),
        ("main = true", "main = true\nlook = 'x'", "step[1].look: unknown key"),
        ("hold = 4", "hold = -4", "step[0].hold: -4 is not between 0 and"),
        ("hold = 4", "hold = 4\nafter = true", "step[1].main: the main steps must"),
        ('cue.en = "Stay."', 'cue.de = "Bleib."', "step[1].cue.de: unknown key"),
        ("[[step]]\nhold = 4", "[[loop]]\nmain = true", "loop[0].cue: unknown key"),
        ("[dose]", "step = 4\n[dose]", "Cannot"),
        ("[text.en]", "loop = 4\n[text.en]", "dose.loop: unknown key"),
        ("schema = 1", "schema = ", "Invalid value (at line 2, column 10)"),
    ],
)
def test_what_cannot_be_used_is_left_out_and_named(
    own: Folder, old: str, new: str, problem: str
) -> None:
    own.change(old, new)
    (said,) = own.problems
    assert said.startswith("exercises/mine.toml:")
    assert problem in said
    assert said.endswith("(left out)")
    assert len(own.load().exercises) == 43


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("loop = 4\n", "loop: expected a list of at most"),
        ("loop = [4]\n", "loop: expected a list of tables"),
        ("loop = [{}, {}]\n", "loop: one loop at most"),
        ("loop = [{ times = 3 }]\n", "loop[0].times: unknown key"),
        ("loop = [{ step = [{ look = 'a' }] }]\n", "loop[0].step[0].look: unknown"),
        ("loop = [{ step = [{ move = 1 }] }]\n", "loop: one loop at most"),
    ],
)
def test_a_loop_that_cannot_be_used_is_named(
    own: Folder, text: str, problem: str
) -> None:
    own.change("level = 1\n", f"level = 1\n{text}")
    (said,) = own.problems
    assert problem in said


def test_repetitions_without_a_loop_are_named(own: Folder) -> None:
    hold = 'sort = "hold"\nleast_s = 10\nusual_s = 20.5\nmost_s = 30'
    own.change(hold, 'sort = "repetitions"\nleast = 1\nusual = 2\nmost = 3')
    assert "loop: repetitions need a loop that takes time" in own.problems[0]


def test_a_loop_and_what_comes_after_it(own: Folder) -> None:
    hold = 'sort = "hold"\nleast_s = 10\nusual_s = 20.5\nmost_s = 30'
    text = PLAIN.replace(hold, 'sort = "repetitions"\nleast = 1\nusual = 2\nmost = 3')
    text = text.replace("main = true\nhold = 20", "after = true\nhold = 3")
    own.put(
        text.replace("{id}", "mine")
        + '[[loop]]\nstep = [{ move = 2, cue.en = "Up." }, { move = 1 }]\n'
    )
    mine = own.load().exercises["mine"]
    assert own.problems == []
    assert isinstance(mine.dose, Repetitions)
    assert mine.loop is not None
    assert mine.loop.length == timedelta(seconds=3)
    assert [step.cue for step in mine.lead_out] == ["Stay."]


def test_a_step_after_the_main_ones_needs_no_mark(own: Folder) -> None:
    own.put(PLAIN.replace("{id}", "mine") + '[[step]]\nhold = 2\ncue.en = "Rise."\n')
    mine = own.load().exercises["mine"]
    assert [step.cue for step in mine.lead_out] == ["Rise."]


def test_ten_megabytes_are_not_read(own: Folder) -> None:
    own.put("#" * 10_000_000)
    assert own.problems == ["exercises/mine.toml: larger than 200 kB (left out)"]


def test_what_is_no_text_is_named(own: Folder) -> None:
    (own.path / "exercises" / "mine.toml").write_bytes(b"\xff\xfe\x00")
    (said,) = own.problems
    assert said.startswith("exercises/mine.toml: 'utf-8' codec can't decode")


def test_a_folder_with_an_exercises_name_is_named(own: Folder) -> None:
    (own.path / "exercises" / "mine.toml").mkdir()
    (said,) = own.problems
    assert "Is a directory" in said


def test_nesting_without_end_is_named(own: Folder) -> None:
    own.put("a = " + "[" * 50_000)
    (said,) = own.problems
    assert said.startswith("exercises/mine.toml: ")


def test_a_link_to_nowhere_is_forgotten_but_the_exercise_stays(own: Folder) -> None:
    own.change("level = 1", 'level = 1\neasier = "nowhere"')
    (said,) = own.problems
    reason = "easier: there is no exercise 'nowhere' (none is offered)"
    assert said == f"exercises/mine.toml: {reason}"
    assert own.load().exercises["mine"].easier == ""


# --- Routines of one's own ------------------------------------------------------

MINE = """
schema = 1
[[routine]]
id = "Mine"
name.en = "My break"
item = [
  { exercise = "stand-up-and-move", move_s = 60 },
  { exercise = "standing-march" },
]
"""


def test_ones_own_routine_stands_beside_ours(own: Folder) -> None:
    (own.path / "routines.toml").write_text(MINE, encoding="utf-8")
    catalogue = own.load()
    assert len(catalogue.routines) == 10
    assert catalogue.rotation == OURS.rotation
    assert length_of(catalogue.routines["Mine"], catalogue) == timedelta(seconds=110)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('"Mine"', '"R2"', "id: there already is a routine 'R2'"),
        ("name.en", "name.de", "routine[0].name.en: missing"),
        ('"standing-march"', '"nobody"', "there is no exercise 'nobody'"),
        ('"standing-march"', '"varied-movement"', "is a tip, not an exercise"),
        ("move_s = 60", "move_s = 600", "item[0].move_s: out of the exercise's range"),
        ("move_s = 60", "repetitions = 3", "item[0].repetitions: unknown key"),
        ("move_s = 60", "move_s = 60, x = 1", "item[0].x: unknown key"),
        ('march" }', 'march", repetitions = 99 }', "the nearest is 20"),
        ("schema = 1", "schema = 3", "schema: 3 is not between 1 and 1"),
        ("schema = 1", "schema = 1\nother = 1", "other: unknown key"),
        ("schema = 1", "schema", "(at line 2"),
    ],
)
def test_a_routine_that_cannot_be_used_is_left_out_and_named(
    own: Folder, old: str, new: str, problem: str
) -> None:
    (own.path / "routines.toml").write_text(MINE.replace(old, new), encoding="utf-8")
    (said,) = own.problems
    assert problem in said
    assert "R2" in own.load().routines


def test_a_routine_with_nothing_in_it_is_named(own: Folder) -> None:
    text = 'schema = 1\n[[routine]]\nid = "Mine"\nname.en = "Nothing"\nitem = []\n'
    (own.path / "routines.toml").write_text(text, encoding="utf-8")
    assert "routine[0].item: at least one exercise" in own.problems[0]


def test_swaps_and_an_order_of_ones_own_are_kept_as_far_as_they_lead(
    own: Folder,
) -> None:
    text = 'rotation = ["R1", "R0"]\n[swap]\nv-sit = "seated-march"\nx = "y"\n'
    (own.path / "routines.toml").write_text(f"schema = 1\n{text}", encoding="utf-8")
    catalogue = own.load()
    assert catalogue.rotation == (*OURS.rotation, "R1")
    assert catalogue.swaps.keys() - OURS.swaps.keys() == {"v-sit"}


# --- Other languages ------------------------------------------------------------


class Loud(NullTranslations):
    """A language in which everything is said in capitals."""

    def gettext(self, message: str) -> str:
        return message.upper()


def test_ours_is_said_in_the_user_s_language(
    own: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words._Speaker, "translations", Loud())
    spoken = load(RESOURCES, own.path)[0]
    plain = OURS.exercises["glute-bridge"]
    loud = spoken.exercises["glute-bridge"]
    assert loud.name == plain.name.upper()
    assert loud.words.stop == tuple(line.upper() for line in plain.words.stop)
    assert loud.cues == tuple(cue.upper() for cue in plain.cues)
    assert spoken.routines["R1"].name == OURS.routines["R1"].name.upper()


def test_what_is_not_said_is_not_translated(monkeypatch: pytest.MonkeyPatch) -> None:
    class Headed(NullTranslations):
        def gettext(self, message: str) -> str:
            return message or "Language: de"  # as a real catalogue does

    monkeypatch.setattr(words._Speaker, "translations", Headed())
    assert load(RESOURCES)[0] == OURS


def test_one_s_own_stays_as_it_was_written(
    own: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    own.change("Stay.", "Stay.")
    (own.path / "routines.toml").write_text(MINE, encoding="utf-8")
    before = load(RESOURCES, own.path)[0]
    monkeypatch.setattr(words._Speaker, "translations", Loud())
    after = load(RESOURCES, own.path)[0]
    assert after.exercises["mine"] == before.exercises["mine"]
    assert after.routines["Mine"] == before.routines["Mine"]
