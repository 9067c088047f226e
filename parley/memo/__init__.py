"""What one build leaves for the next: data in files of a folder of its own, each checked before it is believed."""
