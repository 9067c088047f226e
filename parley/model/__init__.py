"""The nouns every stage depends on: frozen values without input or output. They know nothing of the verbs."""
