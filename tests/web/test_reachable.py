"""Which machines may be asked."""

from __future__ import annotations

import pytest

from parley.web.reachable import NotPublic, allowed, is_public

PUBLIC = ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "64:ff9b::5db8:d70e"]
OURS = [
    "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
    "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:10.0.0.1",
    "64:ff9b::7f00:1", "2002:7f00:1::",
]  # fmt: skip


@pytest.mark.parametrize("address", PUBLIC)
def test_the_public_internet_may_be_asked(address: str) -> None:
    assert is_public(address)
    assert allowed([address], local=False) == address


@pytest.mark.parametrize("address", OURS)
def test_no_other_machine_may_be_asked_however_it_is_written(address: str) -> None:
    assert not is_public(address)
    with pytest.raises(NotPublic):
        allowed([address], local=False)
    assert allowed([address], local=True) == address


def test_a_name_with_one_private_address_among_public_ones_is_refused() -> None:
    with pytest.raises(NotPublic):
        allowed([PUBLIC[0], "10.0.0.1"], local=False)
