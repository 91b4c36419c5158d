"""What has been done of late, and how far it has brought the user."""

from collections.abc import Callable, Iterable

from psoas_break.app.keeping import from_plain, to_plain
from psoas_break.app.ports import Anchors, Clock, Journal
from psoas_break.domain import progression
from psoas_break.domain.durations import A_WEEK, FORTNIGHT
from psoas_break.domain.exercise import Place
from psoas_break.domain.feedback import hidden_exercises, hurts_too_often
from psoas_break.domain.moment import day_of
from psoas_break.domain.past import History
from psoas_break.domain.progress import Progress
from psoas_break.domain.progression import Progression, form_at
from psoas_break.domain.routine import Catalogue, Routine
from psoas_break.domain.settings import Settings
from psoas_break.domain.sides import stretched
from psoas_break.domain.suiting import Circumstances, strength_times

ANCHOR = "progression"


class Practice:
    """Reads the last two weeks from the journal, and keeps the progression.

    Args:
        clock: for days and weeks.
        journal: what was done and felt of late.
        anchors: keep the progression.
        settings: asked anew each time.
    """

    def __init__(
        self,
        *,
        clock: Clock,
        journal: Journal,
        anchors: Anchors,
        settings: Callable[[], Settings],
    ) -> None:
        self._clock = clock
        self._journal = journal
        self._anchors = anchors
        self._settings = settings
        self._progression: Progression | None = None

    @property
    def progression(self) -> Progression:
        """How far practice has come; one that nobody can read begins anew."""
        if self._progression is None:
            kept = self._anchors.load(ANCHOR)
            zone = self._clock.now().wall.tzinfo
            try:
                self._progression = (
                    from_plain(Progression, kept, zone) if kept else Progression()
                )
            except ValueError:
                self._progression = Progression()
        return self._progression

    def circumstances(self, catalogue: Catalogue) -> Circumstances:
        """Return what a suggestion has to suit now."""
        now = self._clock.now().wall
        breaks = self._settings().breaks
        past = self.fortnight()
        done = [session for session in past.sessions if session.held]
        held = [held for session in done for held in session.held]
        mat = {"mat"} if Place.MAT.value in breaks.places else set[str]()
        return Circumstances(
            places=frozenset(Place(place.value) for place in breaks.places),
            kit=frozenset(kit.value for kit in breaks.kit) | mat,
            limits=breaks.limits,
            hidden=hidden_exercises(past.felt, now),
            strength=strength_times(held, catalogue),
            form=form_at(self.progression, now),
            just_done=frozenset(one.exercise for one in done[-1].held)
            if done
            else frozenset(),
            last=done[-1].routine if done else "",
            week=stretched(held, now, A_WEEK),
            fortnight=stretched(held, now, FORTNIGHT),
        )

    def see_clinician(self) -> bool:
        """Whether two breaks hurt of late, so that a clinician should be asked."""
        return hurts_too_often(self.fortnight().felt, self._clock.now().wall)

    def done(
        self, progress: Progress, planned: Routine | None, catalogue: Catalogue
    ) -> None:
        """Take a break into account (`progression.after_break`)."""
        past = [held for session in self.fortnight().sessions for held in session.held]
        after = progression.after_break(
            self.progression,
            progress.held,
            progress.session,
            planned=planned,
            catalogue=catalogue,
            week=stretched(past, progress.saved, A_WEEK),
        )
        self._keep(after)

    def was_too_much(self, exercises: Iterable[str]) -> None:
        """Go one step easier on these for a week."""
        now = self._clock.now().wall
        self._keep(progression.too_much(self.progression, exercises, now))

    def go_gently(self, *, on: bool) -> None:
        """Only mobility for a week, or everything again."""
        now = self._clock.now().wall if on else None
        self._keep(progression.go_gently(self.progression, now))

    def fortnight(self) -> History:
        """Return what the journal has of the last fourteen days."""
        now = self._clock.now().wall
        return self._journal.history(day_of(now - FORTNIGHT)).until(now)

    def reload(self) -> None:
        """Read the progression anew when it is next asked for."""
        self._progression = None

    def _keep(self, changed: Progression) -> None:
        if changed == self.progression:
            return
        self._progression = changed
        kept: dict[str, object] = to_plain(changed)
        self._anchors.save(ANCHOR, kept)
