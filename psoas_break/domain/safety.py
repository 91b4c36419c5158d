"""What we say about safety, word for word the same wherever it is said.

The wording is settled (content.md section 7): general movement guidance, no medical
claim.
"""

from psoas_break.words import gettext as _


def first_run() -> str:
    """Before anybody starts."""
    return _(
        "General movement guidance, not medical advice. Move within comfort. If you "
        "are pregnant, recovering from injury or surgery, or have a heart, lung, "
        "balance or joint condition, check with a clinician first."
    )


def stop_rule() -> str:
    """When to stop any exercise."""
    return _(
        "Sharp or spreading pain: stop. Go back to gentle movement, and talk to a "
        "clinician if it continues."
    )


def see_clinician() -> str:
    """What to do when breaks hurt again and again."""
    return _("Please talk to a clinician before continuing with this one.")


def breathing_stop() -> str:
    """When to stop breathing exercises."""
    return _("Dizzy, tingly or short of breath: stop and breathe normally.")


def effort() -> str:
    """How strong a stretch may feel."""
    return _("Stretch feeling 3\N{EN DASH}5 out of 10. Never pain.")


def soreness() -> str:
    """What is normal the day after."""
    return _("Mild next-day soreness is normal. If it lasts beyond two days, do less.")


def checks() -> str:
    """What a self-check is, and what it is not."""
    return _(
        "A personal note, not a test result. Small left/right differences are normal. "
        "A sudden change, pain or weakness: see a clinician."
    )


def urgent() -> str:
    """When to get help at once; on the help page only."""
    return _(
        "Get urgent medical help for back or leg symptoms with new bladder or bowel "
        "changes, numbness between the legs, or growing leg weakness; or for chest "
        "pain, fainting or sudden breathlessness."
    )


def about() -> str:
    """What the app is, and what it is not shown to do."""
    return _(
        "This app reminds you to get up and shows short hip-flexor stretches and slow "
        "breathing. Sitting keeps your hips bent; these breaks give them a change. "
        "Regular stretching can increase range of motion. It is not shown to correct "
        "posture or to treat pain."
    )
