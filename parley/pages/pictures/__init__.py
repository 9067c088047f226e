"""The pictures of a brief, worked out to coordinates: lanes, a time axis, the way of a proposal."""
