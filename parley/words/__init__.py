"""Values -> the words that readers see: dates, lists, labels and sentences, in one place, for translation."""
