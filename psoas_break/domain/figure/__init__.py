"""The drawn body as mathematics: poses, joints, motion, the psoas, and limits.

Nothing here paints. Everything is measured in statures (H = the height of the
figure = 1): x forward, y up, the floor at y = 0, the figure facing +x. Angles are
degrees, flexion positive, extension negative; an all-zero pose stands upright.

Pitch: how far a part of the trunk leans forward; lying on the back is -90, prone
+90. Direction of a limb: measured from straight down, forward positive. Heading of
a foot: measured from level, toes up positive.

Near and far: the trained side is the near one. For the other side the picture is
mirrored; `swap.swapped` exchanges the two halves where sides take turns.

Modules: `pose` what an author writes, `joints` what a painter needs, `skeleton`
turns the one into the other, `motion` goes from pose to pose, `choreography` plays
an exercise, `psoas` the muscle, `limits` what a body can do.
"""
