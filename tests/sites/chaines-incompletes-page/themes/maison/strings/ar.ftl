language_name = العربية
name_fr = الفرنسية
home = الرئيسية
languages = اللغات
