"""What is written in the fields of dossiers, for the tests of what comes back."""

TEXTS = [
    "Cœur d’Ouessant, où l’été naît à Noël : 1 250,50 € — « déjà vu »",
    "Première ligne\nDeuxième ligne, après un alinéa\nTroisième",
    "عنوان الجمعية: تعاونية العمل\nשורה שנייה בעברית",
    "<b>&amp; \"guillemets\" ]]> =1+1 {{ plafond }} \\n",
    "Łukasz Żółć, Ǆ ȩ ﬁ 𝔘 🐟 e\u0301 x²",
    ("L’emploi partagé : œuvre commune, 60 000 €. " * 200)[:4999] + "!",
]


def text_for(name, rank, prompt=""):
    """What a field is given: of its kind where the name tells it, else one of the texts in turn."""
    last = name.replace("_", ":").split(":")[-1]
    if last == "siret":
        return "732 829 320 00074"
    if last in ("date", "depuis") or "AAAA" in prompt or "YYYY" in prompt:
        return "17/01/2022"
    if "budget" in name and last != "justification":
        return f"{rank * 10}\u202f000,50"
    return TEXTS[rank % len(TEXTS)]
