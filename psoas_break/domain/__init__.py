"""What the app means, in plain Python: no clock, no disk, no Qt, no randomness.

sitting clock   time you have been sitting since your last real break
window          when a prompt may come: earliest … latest, in sitting time
lull            no key or pointer for a few seconds
due             the sitting clock has passed the window's start, unanswered
prompt          the question on screen: shown, or collapsed into the tray
pending         due, but something makes us quiet; offered when that ends
quiet           a reason not to speak now
away            not at the desk: certain (locked, asleep) or presumed (no input)
natural break   an absence long enough to count as a break
pause           silence asked for by the user
off hours       outside the user's working hours
session         one guided break: a routine of steps with a timer
routine         an ordered list of exercises with doses
side            the trained side, left or right
dose            seconds held, repetitions, or breaths
"""
