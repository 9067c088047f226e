"""The style page: every component in every state, for those who change the look. Readers are not led here."""
