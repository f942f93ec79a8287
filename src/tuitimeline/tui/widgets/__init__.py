"""What screens are made of. A widget is told what to show and posts messages; it reads nothing by itself."""
