"""What every JSON body by HTTP has in common: nothing unknown, no text without an end, only clean letters."""

from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, model_validator

from server.domain.plain import fit

SECRET = frozenset({"password", "old", "new", "pin", "secret"})  # to be taken as they were typed


class Body(BaseModel):
    """`AS_IT_IS`: fields whose letters are looked at where more is known of them."""

    model_config = ConfigDict(extra="forbid", str_max_length=200, allow_inf_nan=False)
    AS_IT_IS: ClassVar[frozenset[str]] = frozenset()

    @model_validator(mode="before")
    @classmethod
    def _fit(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        spared = SECRET | cls.AS_IT_IS
        return {name: fit(item, letters=name not in spared, where=name) for name, item in data.items()}
