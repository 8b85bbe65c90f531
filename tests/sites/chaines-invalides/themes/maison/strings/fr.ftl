not_found Perdu
