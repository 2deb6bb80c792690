"""The words of LED strips."""

from server.domain.text import Text

CALL = Text("{number}→{counter}", "{number}→{counter}")
AWAY = Text("暂停服务", "Temporarily closed")
