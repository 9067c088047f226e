"""Names for sentences in tests: an actor and an item go by their ids."""

from parley.model.page import Link, Words


class Plainly:
    def named(self, actor: str) -> Words:
        return (Link(text=actor.title(), href=f"#{actor}"),)

    def actor(self, actor: str) -> Link:
        return Link(text=actor.title(), href=f"#{actor}")

    def proposal(self, proposal: str) -> Link:
        return Link(text=proposal.partition("/")[2], href=f"#{proposal}")

    def item(self, item: str) -> Link:
        return self.proposal(item)
