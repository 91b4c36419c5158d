"""How long, thick and heavy the parts of the drawn body are.

Lengths are in statures, after Drillis & Contini 1966 as tabulated by Winter,
Biomechanics and Motor Control of Human Movement; masses and centres of mass after
the same tables, with our own split of the trunk (content.md, section 6). They are
an average adult's, for a picture, not a measurement of anybody.
"""

THIGH = 0.245
SHANK = 0.246
ANKLE_HEIGHT = 0.039
PELVIS = 0.060
"""Hip centre to the joint between L5 and the sacrum."""
LUMBAR = 0.105
"""From there to T12."""
THORAX = 0.123
"""T12 to the line of the shoulders."""
TRUNK = PELVIS + LUMBAR + THORAX
NECK = 0.060
UPPER_ARM = 0.172
"""Anatomical 0.186; our shoulder centre sits lower by the difference."""
FOREARM = 0.146
PALM = 0.050
FINGERS = 0.046

BALL = 0.072
"""Of the foot, ahead of the ankle along the sole; so is the next."""
TOE_TIP = 0.116
TOE_HINGE = (0.074, -0.0255)
"""Where the toes bend, in the frame of the sole at the ankle."""
HEEL_PIVOT = -0.024
"""Where the heel touches, ahead of the ankle: the foot rocks back about it."""

HEAD_ABOVE_SKULL_BASE = 0.050
HEAD_AHEAD_OF_SKULL_BASE = 0.006
NECK_SLOPE = 14.0
"""Degrees the neck leans forward of the thorax by nature."""

KNEE_RADIUS = 0.036
"""Centre of a kneeling knee above what it kneels on."""
SEAT_DEPTH = 0.064
"""Hip centre above a seat."""
BACK_DEPTH = 0.070
"""Spine to the floor at the shoulder blades when lying."""
BUTTOCK_DEPTH = 0.0745
"""Spine to the floor at the buttocks when lying."""
SCAPULA = 0.250
"""Where along the spine the shoulder blades are."""
ELBOW_RADIUS = 0.022
WRIST_RADIUS = 0.015
HEAD_RADIUS = 0.065
FEMORAL_HEAD_RADIUS = 0.0165

MASS_FOOT = 0.0145
MASS_SHANK = 0.0465
MASS_THIGH = 0.100
MASS_UPPER_ARM = 0.028
MASS_FOREARM = 0.016
MASS_HAND = 0.006
MASS_PELVIS = 0.142
MASS_LUMBAR = 0.139
MASS_THORAX = 0.216
MASS_HEAD = 0.081

CENTRE_OF_THIGH = CENTRE_OF_SHANK = 0.433
"""Centres of mass, as shares of the length from the end nearer to the trunk."""
CENTRE_OF_UPPER_ARM = 0.436
CENTRE_OF_FOREARM = 0.430
CENTRE_OF_HAND = 0.506
HAND = 0.108
