"""The nouns of gongkai: frozen values, standard library only."""
