language_name = Français (Canada)
open_graph_locale = fr_CA
