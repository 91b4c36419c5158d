"""Paints the drawn body: flat and clothed, with a lens into what the exercise moves.

The mathematics is in `domain.figure`; nothing here knows an angle's meaning. A limb
is a constant outline, sampled once and turned into its place; where limbs meet, all
their outlines run the same way round in one path filled by winding, so that no seam
shows. Only fills: an antialiased stroke costs ten of them.

Modules: `outlines` and `profiles` the constant shapes, `parts` those shapes ready to
be placed, `body` the clothed figure, `rim` its contour in dark, `overlay` the lens
with bones and psoas, `diaphragm` the lens of breathing, `hints` the arrows, `shadow`
what lies on the floor, `painter` all of these in order; `props` what stands around,
`camera` what of it is shown, `scenery` the stage behind, `play` an exercise ready to
be shown.
"""
