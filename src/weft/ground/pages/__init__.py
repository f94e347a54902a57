"""How is it shown what a region was built from?"""
