"""Which places has the valley, and what do the mappers know of them?"""
