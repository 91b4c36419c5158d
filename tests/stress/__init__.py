"""What takes minutes: the app killed again and again, at moments chosen by chance."""
